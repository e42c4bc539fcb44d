"""The sheet: the one program that typst is ever given. What people wrote comes as data and is shown as it is."""

SHEET = r"""
#let doc = json(bytes(sys.inputs.doc))
#let narrow = doc.paper.kind in ("receipt", "label")
#let base = doc.paper.size * 1pt
#let heavy(body) = text(stroke: 0.03em, body)
#let grey(body) = text(fill: luma(90), body)
#let side(word) = if word == "center" { center } else if word == "right" { right } else { left }
#let piece(p, i) = if type(p) == str { text(p) } else if p.kind == "page" {
  context str(counter(page).get().first())
} else {
  context str(counter(page).at(query(<end>).at(i).location()).first())
}
#let said(parts, i) = parts.map(p => piece(p, i)).join()
#let piled(lines, i) = lines.map(line => said(line, i)).join(linebreak())
#let small(parts, i) = if parts.len() > 0 { text(0.8em, fill: luma(90), said(parts, i)) }
#let show-block(b, i) = {
  if b.kind == "heading" {
    let size = if b.level == 1 { 1.6em } else { 1.15em }
    let body = align(side(b.align), text(size, heavy(said(b.text, i))))
    block(width: 100%, above: 1.2em, below: 1.1em, sticky: true, body)
  } else if b.kind == "text" {
    let size = (small: 0.85em, normal: 1em, large: 1.35em).at(b.size)
    let body = text(size, piled(b.lines, i))
    block(width: 100%, align(side(b.align), if b.bold { heavy(body) } else { body }))
  } else if b.kind == "line" {
    block(width: 100%, above: 0.9em, below: 0.9em, line(length: 100%, stroke: 0.5pt + luma(150)))
  } else if b.kind == "space" {
    v(b.size * 1mm, weak: false)
  } else if b.kind == "break" {
    pagebreak(weak: true)
  } else if b.kind == "facts" {
    let columns = range(b.columns).map(_ => (auto, 1fr)).flatten()
    block(width: 100%, grid(
      columns: columns, column-gutter: 0.9em, row-gutter: 0.85em,
      ..b.pairs.map(p => (grey(text(p.at(0))), text(p.at(1)))).flatten(),
    ))
  } else if b.kind == "rows" {
    if b.cells.len() == 0 { grey(text(doc.words.none)) } else {
      let placed(cell, n) = align(if b.right.at(n) { right } else { left }, cell)
      let row(cells, how) = cells.enumerate().map(((n, c)) => placed(how(text(0.9em, c)), n))
      let shaded(span, body) = if span < 1 { () } else {
        (table.cell(colspan: span, fill: luma(246), text(0.9em, body)),)
      }
      let group(n) = b.at("groups", default: ()).filter(g => g.at == n).map(g => if g.under < 1 {
        shaded(b.heads.len(), grid(columns: (1fr, auto), heavy(g.name), g.sum))
      } else {
        (
          ..shaded(g.under, heavy(g.name)),
          ..shaded(1, align(right, g.sum)),
          ..shaded(b.heads.len() - g.under - 1, []),
        )
      }).flatten()
      table(
        columns: b.at("widths", default: b.heads.map(_ => 1)).map(w => w * 1fr),
        stroke: 0.5pt + luma(190), inset: if narrow { 2.5pt } else { 5pt },
        table.header(..row(b.heads, heavy)),
        ..b.cells.enumerate().map(((n, cells)) => (..group(n), ..row(cells, c => c))).flatten(),
        ..if b.total.len() > 0 { row(b.total, heavy) } else { () },
      )
      if b.more > 0 { grey(text(0.85em, doc.words.more)) }
    }
  } else if b.kind == "signatures" {
    block(width: 100%, above: 2.2em, breakable: false, grid(
      columns: b.names.map(_ => 1fr), column-gutter: 1.4em,
      ..b.names.map(n => grid(
        columns: (auto, 1fr), column-gutter: 0.3em,
        said(n, i), align(bottom, line(length: 100%, stroke: 0.5pt)),
      )),
    ))
  } else if b.kind == "signed" {
    block(width: 100%, above: 1.5em, breakable: false, inset: 1em, stroke: 0.5pt + luma(150), {
      block(below: 0.9em, heavy(text(b.title)))
      grid(
        columns: (auto, 1fr), column-gutter: 0.9em, row-gutter: 0.7em,
        ..b.pairs.map(p => (grey(text(p.at(0))), text(p.at(1)))).flatten(),
      )
      if b.picture.len() > 0 { block(above: 0.9em, image(bytes(b.picture), height: 20mm)) }
    })
  }
}
#set document(title: doc.title)
#set text(font: doc.font, size: base, lang: doc.language, region: "cn")
#set par(leading: 0.75em)
#for (i, record) in doc.records.enumerate() {
  page(
    width: doc.paper.width * 1mm,
    height: if doc.paper.height == none { auto } else { doc.paper.height * 1mm },
    margin: (x: doc.paper.margin * 1mm, y: doc.paper.rim * 1mm),
    header: small(record.header, i),
    footer: small(record.footer, i),
    {
      counter(page).update(1)
      for b in record.blocks { show-block(b, i) }
      if i + 1 == doc.records.len() and doc.lacking.len() > 0 {
        grey(text(0.8em, doc.words.lacking + " " + doc.lacking.join(" ")))
      }
      [#metadata(i) <end>]
    },
  )
}
"""
