/** A part of a printed document: a paragraph, a list, a table, or lines to fill in by hand. */
export type Block =
  | string
  | { readonly list: readonly string[] }
  | { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly boxes: readonly string[] }
  | { readonly fillIn: readonly string[] };

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** A document that the school gives out or signs. */
export interface NoticeDocument {
  readonly title: string;
  readonly sections: readonly Section[];
}

function textOf(block: Block): string {
  if (typeof block === 'string') return block;
  if ('list' in block) return block.list.map((one) => `- ${one}`).join('\n');
  if ('boxes' in block) return block.boxes.map((one) => `[ ] ${one}`).join('\n');
  if ('fillIn' in block) return block.fillIn.map((one) => `${one}: ______________________________`).join('\n');
  return [block.head, ...block.rows].map((row) => row.join(' | ')).join('\n');
}

/** The whole document as plain text, for a letter or an e-mail. */
export function documentText({ title, sections }: NoticeDocument): string {
  const parts = sections.map(({ heading, blocks }) => [heading.toUpperCase(), ...blocks.map(textOf)].join('\n\n'));
  return [title, ...parts].join('\n\n');
}
