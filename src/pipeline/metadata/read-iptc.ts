import { decodeText } from './readable-text.ts';

/** One dataset of an IPTC record. */
export interface IptcDataset {
  readonly name: string;
  readonly value: string;
}

/** Names of the datasets of record 2 (IPTC-IIM 4.2) that people write into. */
const names: Record<number, string> = {
  5: 'ObjectName',
  7: 'EditStatus',
  15: 'Category',
  20: 'SupplementalCategories',
  25: 'Keywords',
  26: 'ContentLocationCode',
  27: 'ContentLocationName',
  40: 'SpecialInstructions',
  55: 'DateCreated',
  60: 'TimeCreated',
  65: 'OriginatingProgram',
  80: 'By-line',
  85: 'By-lineTitle',
  90: 'City',
  92: 'Sub-location',
  95: 'Province-State',
  100: 'CountryCode',
  101: 'Country',
  103: 'OriginalTransmissionReference',
  105: 'Headline',
  110: 'Credit',
  115: 'Source',
  116: 'CopyrightNotice',
  118: 'Contact',
  120: 'Caption',
  122: 'Writer-Editor',
};

/** All text of an IPTC record; stops at the first byte that is no dataset. */
export function iptcDatasets(record: Buffer): IptcDataset[] {
  const found: IptcDataset[] = [];
  for (let at = 0; at + 5 <= record.length && record[at] === 0x1c;) {
    const [group, dataset, size] = [record[at + 1]!, record[at + 2]!, record.readUInt16BE(at + 3)];
    // A set top bit announces a length of several bytes: never seen for text.
    if (size >= 0x8000) break;
    const value = decodeText(record.subarray(at + 5, at + 5 + size)).trim();
    const isBinary = group !== 2 || dataset === 0;
    if (!isBinary && value !== '') found.push({ name: names[dataset] ?? `2:${dataset}`, value });
    at += 5 + size;
  }
  return found;
}
