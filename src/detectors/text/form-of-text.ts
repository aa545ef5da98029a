import type { TextKind } from '../../policy/words/evidence.ts';

const forms: readonly (readonly [TextKind, RegExp])[] = [
  ['email', /[\p{L}\d._%+-]+\s?@\s?[\p{L}\d-]+(\.[\p{L}\d-]+)+/iu],
  ['web', /\b(https?:\/\/|www\.)\S+|\b[a-z\d-]+\.(co\.uk|org\.uk|sch\.uk|ac\.uk|gov\.uk|com|org|net|uk|wales|scot)\b/i],
  ['handle', /(^|\s)@[\w.]{3,}/],
  ['phone', /(?:\+44|\(?0)[\d\s().-]{8,}\d/],
  ['plate', /^(?:GB|UK)?\s?[A-Z]{2}[\dOI]{2}\s?[A-Z]{3}$/],
  ['name', /\bmy\s?name\s?is\b|\b(awarded|presented)\s?to\b|\bcertificate\b/i],
  ['postcode', /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b/],
];

/** What a text is by its form alone; 'name' for words that introduce one, 'other' for plain words. A phone number needs ten or eleven digits. */
export function formOfText(text: string): TextKind {
  for (const [kind, form] of forms) {
    const match = form.exec(text);
    if (match === null) continue;
    const digits = match[0].replace(/\D/g, '').replace(/^44/, '0').length;
    if (kind !== 'phone' || digits === 10 || digits === 11) return kind;
  }
  return 'other';
}
