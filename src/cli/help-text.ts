/** What `photoward --help` prints. */
export const helpText = `Photoward checks school event photos before they are published.
Nothing leaves this machine. Only "models add" fetches anything, when you ask for it.

  photoward check <files or folders...> [options]
  photoward faces A.jpg B.jpg [--json]
  photoward models [list] [--json]
  photoward models add NAME [--from FILE] [--accept-licence]
  photoward models use NAME [--measured FILE]
  photoward models use shipped [detection|matching]
  photoward models remove NAME
  photoward serve [--demo]
  photoward audit verify [--noted END] [--json]
  photoward backup --to FILE [--json]
  photoward restore --from FILE --to FOLDER
  photoward let-in --email ADDRESS
  photoward erase --pupil SCHOOL_NUMBER --for-good [--json]
  photoward keys [list] [--json]
  photoward keys add
  photoward keys reseal [--json]
  photoward keys remove ID

check: says for each photo whether it is clear, needs a person (review) or may not be used (block).
  --register FOLDER   who may not appear: FOLDER/register.csv and FOLDER/photos/<pupil id>/*
  --channel ID        where the photos are bound for, e.g. website; may be given more than once
                      (without it: every channel of the register)
  --roll FILE         who was there: one class or pupil id a line (without it: anybody)
  --policy FILE       the school's own thresholds, JSON
  --caption TEXT      the words that will be published with the photos
  --alt-text TEXT     the description that will be published with them
  --out FOLDER        write clean copies: those of clear photos to FOLDER, all others to FOLDER/held
  --draw FOLDER       write a picture of each photo with its faces, texts and reasons marked
  --json              one JSON line a photo on standard output
  --workers N         screening processes (without it: one for each core)

faces: how alike the faces of two photos are, pair by pair.
models: the neural nets in use, with licence, size and whether the files are intact, and the packs there are.
models add: fetches a pack, shows its licence first; kept in PHOTOWARD_DATA/models when its SHA-256 is right.
  --from FILE         take the file from there instead: nothing is fetched
  --accept-licence    accept the licence without being asked
models use: check with a pack beside the shipped nets, or with the shipped nets alone, from the next start on.
  --measured FILE     for a matching pack: what was measured of it beside the shipped nets (README, Model packs)

serve: the service for the whole school, until Ctrl-C. Settings: see docs/running.md.
  --demo              a sample school to look at, with invented people, in a data folder of its own
audit verify: checks every link of the audit log in PHOTOWARD_DATA (exit code 1: it is broken).
  --noted END         an end printed earlier must still be in it
backup: everything in PHOTOWARD_DATA as one sealed file, also while the service runs.
erase: a pupil, everywhere, proven before it holds; for the time after a restore. There is no way back.
restore: a new data folder from a backup, or nothing when the backup is not whole. Needs the key.
let-in: a one-time link for an administrator, who lets the others in after a restore; also for one who is locked out.
keys: every key in use and what is sealed with it, also while the service runs.
keys add: a new key, first in the key file; seals what comes.
keys reseal: seals all that is kept anew with the newest key, while no service runs. May be stopped and run again.
keys remove: takes a key out of the key file when nothing is sealed with it any more.

  --help, --version
  --                  everything after it is a file, even when it begins with a hyphen

Exit code: 0 all clear, 1 something flagged, 2 something could not be checked or the command was wrong,
130 stopped by Ctrl-C.
`;
