import type { MetadataItem } from '../../policy/words/evidence.ts';
import { tidyText } from './readable-text.ts';

/** One property of an XMP packet. `within` are the properties around it, outer first. */
export interface XmpProperty {
  readonly name: string;
  readonly within: readonly string[];
  readonly value: string;
}

const maxCharacters = 4_000_000;
const maxProperties = 2000;
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Prefixes as the specifications write them, by what they stand for: a file may use any other. */
const usualPrefixes: Record<string, string> = {
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/xap/1.0/': 'xmp',
  'http://ns.adobe.com/xap/1.0/rights/': 'xmpRights',
  'http://ns.adobe.com/photoshop/1.0/': 'photoshop',
  'http://ns.adobe.com/tiff/1.0/': 'tiff',
  'http://ns.adobe.com/exif/1.0/': 'exif',
  'http://cipa.jp/exif/1.0/': 'exifEX',
  'http://ns.adobe.com/exif/1.0/aux/': 'aux',
  'http://ns.adobe.com/lightroom/1.0/': 'lr',
  'http://www.metadataworkinggroup.com/schemas/regions/': 'mwg-rs',
  'http://ns.microsoft.com/photo/1.2/': 'MP',
  'http://ns.microsoft.com/photo/1.2/t/Region#': 'MPReg',
  'http://ns.microsoft.com/photo/1.2/t/RegionInfo#': 'MPRI',
  'http://ns.microsoft.com/photo/1.0/': 'MicrosoftPhoto',
  'http://iptc.org/std/Iptc4xmpExt/2008-02-29/': 'Iptc4xmpExt',
  'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/': 'Iptc4xmpCore',
  'http://ns.acdsee.com/iptc/1.0/': 'acdsee',
  'http://ns.acdsee.com/regions/': 'acdsee-rs',
  'http://www.digikam.org/ns/1.0/': 'digiKam',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
};

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
    (whole, hex?: string, dec?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

function prefixMap(xml: string): Map<string, string> {
  const found = xml.matchAll(/xmlns:([\w.-]+)\s*=\s*["']([^"']{1,200})["']/g);
  return new Map(Array.from(found, ([, prefix, uri]) => [prefix!, usualPrefixes[uri!] ?? prefix!]));
}

const isStructure = (name: string): boolean => /^(rdf|x|xml):/.test(name);

/** Walks tags and the text between them, keeping the properties open around each. */
class XmpWalk {
  readonly found: XmpProperty[] = [];
  private readonly open: string[] = [];
  private readonly prefixes: Map<string, string>;

  constructor(prefixes: Map<string, string>) {
    this.prefixes = prefixes;
  }

  private usualName(name: string): string {
    const colon = name.indexOf(':');
    const prefix = name.slice(0, Math.max(colon, 0));
    return colon < 0 ? name : `${this.prefixes.get(prefix) ?? prefix}${name.slice(colon)}`;
  }

  private add(path: readonly string[], text: string): void {
    const value = decodeEntities(text).trim();
    const properties = path.filter((name) => !isStructure(name));
    const name = properties.at(-1);
    if (name === undefined || value === '' || this.found.length >= maxProperties) return;
    this.found.push({ name, within: properties.slice(0, -1), value });
  }

  tag(body: string): void {
    if (body.startsWith('/')) {
      this.open.pop();
      return;
    }
    const [name] = /^[\w:.-]+/.exec(body) ?? [];
    if (name === undefined) return;
    this.open.push(this.usualName(name));
    for (const [, key, double, single] of body
      .slice(name.length)
      .matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      const attribute = this.usualName(key!);
      if (key!.startsWith('xmlns') || attribute === 'rdf:about') continue;
      if (attribute === 'rdf:resource' || !isStructure(attribute)) {
        this.add([...this.open, attribute], double ?? single ?? '');
      }
    }
    if (body.endsWith('/')) this.open.pop();
  }

  text(text: string): void {
    if (text.trim() !== '') this.add(this.open, text);
  }
}

/** All properties of an XMP packet, however it nests and abbreviates them; a damaged packet gives what it still holds. */
export function xmpProperties(packet: string): XmpProperty[] {
  const xml = packet.slice(0, maxCharacters).replaceAll('\0', '');
  const walk = new XmpWalk(prefixMap(xml));
  for (let at = 0; at < xml.length;) {
    const tagStart = xml.indexOf('<', at);
    if (tagStart < 0) break;
    walk.text(xml.slice(at, tagStart));
    const tagEnd = xml.indexOf('>', tagStart);
    if (tagEnd < 0) break;
    const body = xml.slice(tagStart + 1, tagEnd);
    if (!/^[?!]/.test(body)) walk.tag(body);
    at = tagEnd + 1;
  }
  return walk.found;
}

/** XMP properties as lines for the record. */
export function xmpItems(properties: readonly XmpProperty[]): MetadataItem[] {
  return properties.map(({ name, value }) => ({ carrier: 'xmp', tag: name, value: tidyText(value) }));
}
