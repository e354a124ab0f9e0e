import { makeImage } from '../world/image.ts';
import { enumerate } from './enumerate.ts';

const world = JSON.parse(process.argv[2] ?? '');
process.stdout.write(JSON.stringify(await enumerate(await makeImage(), world)));
