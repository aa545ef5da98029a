import { createFaceApiEngine } from '../src/detectors/face-api/create-face-api-engine.ts';
import { runPhotos } from './run-photos.ts';

// face-api: boxes, 68 landmarks and the descriptor of each face.
const engine = await createFaceApiEngine();
const { signal } = new AbortController();

runPhotos(async (photo) => {
  const faces = await engine.faces.observe(photo, {}, signal);
  return (await engine.describeFaces(photo, faces, signal)).length;
});
