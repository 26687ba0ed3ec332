/**
 * The states of a group's payment and where each may go. `awaits` is the purpose of the call whose answer a state
 * waits for. The gifts follow: each takes its next step according to the payment. The database lists the same states
 * (`group_state_known`).
 */
export const GROUP_STATES = {
  authorising: { awaits: 'authorise_group', next: ['authorised', 'requires_action', 'declined', 'voiding'] },
  requires_action: { awaits: null, next: ['authorised', 'declined', 'voiding'] },
  authorised: { awaits: null, next: ['capturing', 'voiding'] },
  capturing: { awaits: 'capture_group', next: ['captured', 'declined', 'voiding'] },
  captured: { awaits: null, next: [] },
  // A void is refused only once the payment was captured.
  voiding: { awaits: 'void_group', next: ['abandoned', 'captured'] },
  abandoned: { awaits: null, next: [] },
  declined: { awaits: null, next: [] },
} as const satisfies Record<string, { awaits: string | null; next: readonly string[] }>;

export type GroupState = keyof typeof GROUP_STATES;

export function mayMoveGroup(from: GroupState, to: GroupState): boolean {
  const next: readonly GroupState[] = GROUP_STATES[from].next;
  return next.includes(to);
}
