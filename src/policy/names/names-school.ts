/** Words before "School" that make no name of it: "back to school", "our school". */
const common = new Set(
  'a after all an and at before big for from high in my new of old on our pre primary secondary summer sunday the this to your'.split(
    ' ',
  ),
);
const place =
  /(?:^|\s)([\p{L}'’.-]{2,})\s+(?:(?:of|c|e|rc|va|vc|and|&)\s+)*((?:church|catholic|primary|infants?|junior|high|secondary|grammar|community|nursery|preparatory|prep|first|middle|free|sixth|form)\s+)*(?:school|academy|college)\b/giu;
const welsh = /(?:^|\s)(?:ysgol|Ysgol|YSGOL|coleg|Coleg|COLEG)\s+(?:\p{L}+\s+)*?(\p{Lu}[\p{L}'’-]{2,})/u;

/**
 * Whether words read in a picture name a school, as a crest, a jumper or a sign does: "St Mary's C of E Primary School",
 * "Ysgol Gymraeg Bryn Onnen". A school spoken of in general ("back to school") names none.
 */
export function namesSchool(text: string): boolean {
  if (welsh.test(text)) return true;
  return [...text.matchAll(place)].some(([, word]) => /^\p{Lu}/u.test(word!) && !common.has(word!.toLowerCase()));
}
