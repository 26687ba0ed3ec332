/** What is judged after each group of faults. Each has a plant that shows that it can fail. */
export const CHECKS = {
  acknowledged: 'what was acknowledged is there',
  refused: 'what was refused is not there',
  once: 'nothing is there twice; what nobody knows of is there once or not at all',
  answers: 'a key has one answer, byte for byte, and serves no other request',
  replays: 'a signed message is taken once',
  guesses: 'a PIN is guessed at no more often than the limits allow',
  sums: 'each account is the sum of its transfers',
  conservation: 'each server’s own books hold',
  agreement: 'the books of the servers, and the acquirer’s, say the same',
  reckoning: 'each certificate has left what the record of the clients leaves it',
  journal: 'each journal is what its ranges were made of, and what was told',
  evidence: 'each signed message that is kept is what its party signed',
  alive: 'no process dies unless it is killed',
  stuck: 'nothing that is due stays undone',
} as const;
export type Check = keyof typeof CHECKS;
export const CHECK_NAMES = Object.keys(CHECKS) as Check[];

export type Finding = { check: Check; about: string };
