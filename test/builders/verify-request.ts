import { verifyRequestBody, verifyRequestHead } from '../../kit/signing/request.ts';
import type { NotVerified, VerifiedRequest } from '../../kit/signing/types.ts';

export type ReceivedRequest = Parameters<typeof verifyRequestHead>[0] & { body: Buffer };

/** Both steps of verifying a request, whose body is at hand. */
export async function verifyRequest({
  body,
  ...received
}: ReceivedRequest): Promise<(VerifiedRequest & { label: string }) | NotVerified> {
  const head = await verifyRequestHead(received);
  if (!head.ok) return head;
  const verified = verifyRequestBody(head, body);
  return verified.ok ? { ...verified, label: head.stated.label } : verified;
}
