import { expect, test } from 'vitest';
import { mailer } from '../../kit/mail/smtp.ts';
import { OutsideWorld } from '../outside-world.ts';
import { startMailServer } from './mail-server.ts';

test('mail arrives with its Korean subject, and an address that does not exist is refused', async () => {
  const world = new OutsideWorld();
  const server = await startMailServer(world, 0, '127.0.0.1');
  const mail = mailer({ url: `smtp://127.0.0.1:${server.port}`, from: '선물 <gift@example.com>' });
  const content = {
    subject: '선물이 도착했습니다',
    text: '안녕하세요\n링크: http://127.0.0.1/x',
    html: '<p>안녕하세요</p>',
    message_id: 'm-1',
  };
  expect((await mail.send({ to: 'kim@example.com', ...content })).kind).toBe('submitted');
  expect(world.mailbox('kim@example.com')[0]).toMatchObject({ subject: content.subject, text: content.text });
  expect(await mail.send({ to: 'x@bounce.example.com', ...content })).toEqual({
    kind: 'refused',
    reason: 'smtp_550',
  });
  mail.close();
  await server.close();
});
