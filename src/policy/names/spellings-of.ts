const writtenOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** How a name may be written where its letters are not at hand, the name itself first: 'Jörg' is also 'Joerg'. */
export function spellingsOf(name: string): string[] {
  const plain = name.normalize('NFC').toLowerCase();
  const out = plain.replace(/[äöüåø]/g, (letter) => writtenOut[letter]!);
  return out === plain ? [name] : [name, out];
}
