import { benchLoad } from './load/bench-load.ts';
import { benchSpeed } from './bench-speed.ts';

const [first, ...rest] = process.argv.slice(2);
await (first === 'load' ? benchLoad(rest) : benchSpeed(process.argv.slice(2)));
process.exit();
