/** Comments and tags, also with '>' in their attributes. Bounded, so that a long text cannot keep it looking. */
const htmlTag =
  /<!--[^]{0,1000}?-->|<\/?[a-z](?:[^<>"']|"[^"]{0,300}"|'[^']{0,300}'){0,300}>|<[/!?a-z][^<>]{0,1000}>/gi;

/** What may be a tag of a forum (BBCode): '[b]', '[/b]', '[color=red]', '[img width=40]', '[*]'. */
const forumTag = /\[(\/?)([a-z][a-z\d]{0,19}|\*)([= ][^[\]]{0,300})?\]/gi;

/** Forum tags that need no end; nobody writes them in prose. */
const withoutEnd = new Set(['b', 'i', 'u', 'br', 'hr', '*']);

/** Stars and tildes within a word make a part of it bold or struck out (CommonMark, section 6.2; chat programs). */
const emphasis = /(?<=[\p{L}\p{M}])(?:\*{1,3}|~{1,2})(?=\p{L})/gu;

/**
 * A text with its markup replaced: HTML, BBCode, and stars within words. A word in square brackets is people's own
 * ('Tom [left] and Jo') unless it is ended as markup is, or has a value.
 */
export function dropMarkup(text: string, by: '' | ' '): string {
  const plain = text.replace(htmlTag, by);
  const ended = new Set(
    [...plain.matchAll(forumTag)].flatMap(([, slash, name]) => (slash === '/' ? [name!.toLowerCase()] : [])),
  );
  const isTag = (name: string, value: string | undefined): boolean =>
    ended.has(name) || withoutEnd.has(name) || value?.includes('=') === true;
  return plain
    .replace(forumTag, (whole, _slash, name: string, value?: string) => (isTag(name.toLowerCase(), value) ? by : whole))
    .replace(emphasis, by);
}
