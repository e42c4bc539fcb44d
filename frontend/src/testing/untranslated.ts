import ts from "typescript";

const han = /\p{Script=Han}/u;
const word = /\p{L}{2,}/u;
const spoken = new Set(["title", "label", "placeholder", "alt", "aria-label", "description", "text", "note"]);

/** Whether the text of this node would reach a reader as it stands in the source. */
function isLiteral(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return word.test(node.text) ? node.text.trim() : null;
  if (!ts.isStringLiteral(node) && !ts.isNoSubstitutionTemplateLiteral(node)) return null;
  if (han.test(node.text)) return node.text;
  const attribute = node.parent;
  const isSpoken = ts.isJsxAttribute(attribute) && spoken.has(attribute.name.getText());
  return isSpoken && word.test(node.text) ? node.text : null;
}

/** Words in a source file that did not come from the locale files: "path:line text". For the tests. */
export function untranslatedIn(source: ts.SourceFile): string[] {
  const found: string[] = [];
  function visit(node: ts.Node): void {
    const text = isLiteral(node);
    if (text !== null) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push(`${source.fileName}:${line + 1} ${text}`);
    }
    ts.forEachChild(node, visit);
  }
  visit(source);
  return found;
}
