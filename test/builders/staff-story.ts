import { expect } from 'vitest';
import type { StoryStep } from '../../servers/management/console/read-story.ts';
import type { Door } from './door.ts';

/** A gift's story as the staff behind a door read it. */
export async function storyOf(door: Door, orderId: string) {
  const { status, body, text } = await door('GET', `/v1/staff/orders/${orderId}/story`);
  expect(status).toBe(200);
  return { text, body, steps: body.steps as StoryStep[] };
}
