import { openAcquirers } from '../../../servers/settlement/acquirers/settings.ts';
import { type Finding, fine, wrong } from './findings.ts';

/** Whether each acquirer lets us in. No money moves. */
export async function checkAcquirers(file: string): Promise<Finding[]> {
  return Promise.all(
    openAcquirers(file).map(async ({ acquirer }) => {
      const about = `acquirer ${acquirer.name}`;
      const { kind } = await acquirer.logIn();
      if (kind === 'done') return fine(about);
      return kind === 'refused'
        ? wrong(about, 'it refuses our credentials: see ACQUIRERS_FILE.')
        : wrong(about, "it can't be reached, or its answer can't be read.");
    }),
  );
}
