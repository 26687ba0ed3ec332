/** Where Twilio comes for calls that it has no address for yet: these two are entered at its number. */
export const TWILIO_PATHS = { calls: '/v1/voice/twilio/calls', status: '/v1/voice/twilio/status' } as const;

/** Where Twilio comes for one call, as it is told and as it signs. */
export function twilioUrls(publicUrl: string, callId: string) {
  const call = `${publicUrl}${TWILIO_PATHS.calls}/${callId}`;
  return {
    answer: `${call}/answer`,
    status: `${call}/status`,
    turn: (turnNo: number) => `${call}/turns/${turnNo}`,
  };
}
