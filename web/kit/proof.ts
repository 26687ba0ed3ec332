import { fetchAgain } from './again.ts';

/** Asks whoever is logged in to prove who they are; set by the page while somebody is. */
let ask: (() => Promise<boolean>) | undefined;

export function onProofNeeded(asking: typeof ask): void {
  ask = asking;
}

/**
 * Sends a request. If it needs a recent proof of who somebody is, they are asked for it, and the same request is sent again,
 * so that no form has to know about it.
 */
export async function fetchWithProof(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetchAgain(request);
  if (response.status !== 403 || ask === undefined || !(await needsProof(response))) return response;
  return (await ask()) ? fetchAgain(again) : response;
}

async function needsProof(response: Response): Promise<boolean> {
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return (
    typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === 'proof_required'
  );
}
