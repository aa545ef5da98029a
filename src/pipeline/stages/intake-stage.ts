import { intakeFile } from '../intake.ts';
import type { Stage } from '../stage.ts';

/** Reads the file and recognises it by its bytes. */
export const intakeStage: Stage = {
  name: 'intake',
  observes: 'file',
  isEssential: true,
  observer: () => ({ id: 'intake', version: '1' }),
  async run(journey) {
    journey.file = await intakeFile(journey.request.path);
  },
};
