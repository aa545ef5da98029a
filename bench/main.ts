import { benchDetectors } from './bench-detectors.ts';
import { benchFaces } from './bench-faces.ts';
import { benchLoad } from './load/bench-load.ts';
import { benchRelease } from './bench-release.ts';
import { benchSpeed } from './bench-speed.ts';

const [first, ...rest] = process.argv.slice(2);
if (first === 'load') await benchLoad(rest);
else if (first === 'detectors') await benchDetectors(rest);
else if (first === 'faces') await benchFaces(rest);
else if (first === 'release') await benchRelease(rest);
else await benchSpeed(process.argv.slice(2));
process.exit();
