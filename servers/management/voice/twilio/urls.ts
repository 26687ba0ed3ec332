/** The webhooks configured at Twilio's number, for incoming calls. */
export const TWILIO_PATHS = { calls: '/v1/voice/twilio/calls', status: '/v1/voice/twilio/status' } as const;

/** The webhooks of one call, absolute as Twilio signs them. */
export function twilioUrls(publicUrl: string, callId: string) {
  const call = `${publicUrl}${TWILIO_PATHS.calls}/${callId}`;
  return {
    answer: `${call}/answer`,
    status: `${call}/status`,
    turn: (turnNo: number) => `${call}/turns/${turnNo}`,
  };
}
