import type { Finding, Subject } from '../words/finding.ts';
import type { Rule } from '../words/rule.ts';
import { findingOf } from '../finding-of.ts';
import { areNamesAllowed } from '../matching/channel-care.ts';
import { facesOfPeople } from '../matching/faces-of-people.ts';
import { namedPupils, type NamedPupils } from '../names/named-pupils.ts';
import { readRegions } from '../names/read-regions.ts';
import { sayNames } from '../say-names.ts';
import { capitalised } from '../sentence.ts';
import { wordsBeside } from './caption.ts';

interface NamePlace {
  readonly name: NamedPupils;
  /** Where it stands, to follow 'in': 'the caption', 'text 2'. */
  readonly place: string;
  readonly subject: Subject;
}

/** Sure enough → review; a first name that many share, or a word that is a name too, is only noted. */
function readName({ name, place, subject }: NamePlace): Finding[] {
  if (name.others.length === 0) return [];
  const isSure = name.confidence !== 'possible';
  const who = sayNames(name.others);
  const reason = isSure
    ? `${capitalised(place)} names ${who} beside faces. Here it is names or images, never both.`
    : `${capitalised(place)} says "${name.part}", which may be the name of ${who}.`;
  return [
    findingOf({
      code: isSure ? 'names-or-images/both' : 'names-or-images/perhaps',
      severity: isSure ? 'review' : 'note',
      subject,
      reason,
      pupils: name.others.map((pupil) => pupil.id),
    }),
  ];
}

/** Names or images, never both, wherever the name stands: in the picture, beside it, or in the file's name. */
export const namesOrImagesRule: Rule<'faces' | 'text' | 'file'> = {
  id: 'names-or-images',
  asks: 'whether somebody is named beside a face',
  needs: ['faces', 'text', 'file'],
  judge: ({ faces, text, file }, facts) => {
    if (areNamesAllowed(facts) || facesOfPeople(faces, facts).length === 0) return [];
    const inPicture = readRegions(text, facts).map((name): NamePlace => {
      const subject = `text ${name.region + 1}` as const;
      return { name, place: subject, subject };
    });
    const beside = wordsBeside(facts).flatMap(({ place, text: words }) =>
      namedPupils(words, 'prose', facts).map((name): NamePlace => ({ name, place, subject: 'photo' })),
    );
    const inFileName = namedPupils(file.name, 'file-name', facts).map((name): NamePlace => ({
      name,
      place: 'the file name',
      subject: 'file',
    }));
    return [...inPicture, ...beside, ...inFileName].flatMap(readName);
  },
};
