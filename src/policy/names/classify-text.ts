import type { TextKind } from '../words/evidence.ts';

const domainEnds = 'co\\.uk|org\\.uk|sch\\.uk|ac\\.uk|gov\\.uk|com|org|net|info|uk|wales|cymru|scot|io';

/** Print as read has blanks around dots and at signs; they go, so that 'sam @ school . org' is an e-mail address. */
const closeGaps = (text: string): string => text.replace(/\s*([@.])\s*(?=[\p{L}\d])/gu, '$1');

function isPhone(text: string): boolean {
  return [...text.matchAll(/(?:\+\s?44|\(?[0Oo])[\dOol\s().-]{8,}[\dOol]/g)].some(([run]) => {
    const digits = run
      .replace(/[Oo]/g, '0')
      .replace(/l/g, '1')
      .replace(/\D/g, '')
      .replace(/^(?:00)?44/, '0')
      .replace(/^00/, '0');
    // A row of single figures is a number line on a wall, not a telephone number.
    const hasGroup = /[\dOol]{3}/.test(run) && run.replace(/\D/g, '').length >= 5;
    return hasGroup && /^0[12378]\d{8,9}$/.test(digits);
  });
}

/**
 * A British postcode, also with O for 0 and I for 1 where a figure belongs, so long as one figure was read; and in small
 * letters, where it is not a year and an ordinal ('y6 4th').
 */
function isPostcode(text: string): boolean {
  const strict = /\b(?:[A-Z]{1,2}\d[A-Z\d]?|GIR)\s?\d(?!(?:ST|ND|RD|TH)\b)[ABD-HJLNP-UW-Z]{2}\b/i;
  const loose = /^[A-Z]{1,2}[\dOIl][A-Z\d]?\s?[\dOIl][ABD-HJLNP-UW-Z]{2}$/;
  return strict.test(text) || (loose.test(text.trim()) && /\d/.test(text));
}

/** A British number plate of today's form, alone on its line; O and I also where a figure belongs. */
const isPlate = (text: string): boolean => /^(?:GB|UK)?\s?[A-Z]{2}[\dOI]{2}\s?[A-Z]{3}$/.test(text.trim());

const isEmail = (text: string): boolean => /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/u.test(closeGaps(text));

const isWeb = (text: string): boolean =>
  /\bhttps?:\s*\/\/|\bwww[.\s]\s*\S/i.test(text) ||
  new RegExp(`(?:^|[\\s(/])[a-z\\d-]{2,}(?:\\.[a-z\\d-]+)*\\.(?:${domainEnds})(?![a-z])`, 'i').test(closeGaps(text));

const isHandle = (text: string): boolean =>
  /(?:^|[\s(:])@\s?[\p{L}\d_][\p{L}\d_.]{2,}/u.test(text) ||
  /(?<![\w.-])(?:x\.com|t\.me|wa\.me)\/\w/i.test(text) ||
  /\b(?:instagram|insta|snapchat|snap|tiktok|discord|twitter|facebook|fb|ig)\s*[:/]\s*[@\p{L}\d]/iu.test(text);

/** What a text is by its form alone: a way to reach somebody, or 'other'. Tolerant of the blanks that readers add. */
export function classifyText(text: string): Exclude<TextKind, 'badge'> {
  if (isEmail(text)) return 'email';
  if (isWeb(text)) return 'web';
  if (isHandle(text)) return 'handle';
  if (isPhone(text)) return 'phone';
  if (isPostcode(text)) return 'postcode';
  return isPlate(text) ? 'plate' : 'other';
}
