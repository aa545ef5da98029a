import type { Language } from '../strings/strings.ts';
import { Table } from '../ui/table.tsx';
import type { Block, NoticeDocument } from './notice-document.ts';

/** A document as it will be printed. */
export function NoticeSheet(props: { readonly document: NoticeDocument; readonly language: Language }) {
  const { title, sections } = props.document;
  return (
    <article className="notices-sheet" lang={props.language === 'cy' ? 'cy' : 'en-GB'} aria-labelledby="notices-sheet">
      <h2 id="notices-sheet">{title}</h2>
      {sections.map(({ heading, blocks }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          {blocks.map((block, at) => (
            <BlockView key={at} block={block} />
          ))}
        </section>
      ))}
    </article>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  if (typeof block === 'string') return <p>{block}</p>;
  if ('list' in block) return <Items items={block.list} className="notices-list" />;
  if ('boxes' in block) return <Items items={block.boxes} className="notices-boxes" />;
  if ('fillIn' in block) return <Items items={block.fillIn} className="notices-lines" />;
  return (
    <Table columns={block.head}>
      {block.rows.map(([first, ...others]) => (
        <tr key={[first, ...others].join(' ')}>
          <th scope="row">{first}</th>
          {others.map((cell, at) => (
            <td key={at}>{cell}</td>
          ))}
        </tr>
      ))}
    </Table>
  );
}

function Items({ items, className }: { readonly items: readonly string[]; readonly className: string }) {
  return (
    <ul className={className}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
