import type { ContractBlockOut } from "@/api/types.gen";

/** What stands there never moves: a thing is told apart by its place. */
const numbered = <Thing,>(things: Thing[]) => things.map((thing, at) => ({ thing, id: `n${at}` }));

/** What the paper says, as it is read on a telephone. */
export function Sheet({ blocks }: { blocks: ContractBlockOut[] }) {
  return (
    <section className="card sheet">
      {numbered(blocks).map(({ thing, id }) => (
        <Block key={id} block={thing} />
      ))}
    </section>
  );
}

function Block({ block: { kind, lines } }: { block: ContractBlockOut }) {
  if (kind === "heading") return <h2>{lines[0]?.[0]}</h2>;
  if (kind === "text")
    return (
      <div>
        {numbered(lines).map(({ thing, id }) => (
          <p key={id}>{thing[0]}</p>
        ))}
      </div>
    );
  if (kind === "facts")
    return (
      <dl className="facts">
        {numbered(lines).map(({ thing: [name, value], id }) => (
          <div key={id} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    );
  const [heads = [], ...rows] = lines;
  return (
    <div className="wide">
      <table className="cells">
        <thead>
          <tr>
            {numbered(heads).map(({ thing, id }) => (
              <th key={id}>{thing}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered(rows).map(({ thing: row, id }) => (
            <tr key={id}>
              {numbered(row).map(({ thing, id: cell }) => (
                <td key={cell}>{thing}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
