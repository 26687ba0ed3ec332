import type { Visitor } from '../browser.ts';
import { heading } from './actions.ts';

/** Words a message otherwise, tries it out, publishes it and goes back to the standard text. */
export async function wordMessages(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await page.goto('/console/wordings?locale=en&kind=recipient.gift_arrived');
  await heading(page, says('메시지 문구', 'Message texts'));
  const text = page.getByRole('region', { name: says('문자', 'Text message'), exact: true });
  const field = text.getByRole('textbox');
  await look('console-wordings');
  await field.fill('A gift from ');
  await text.getByText(says('“link” 변수가 빠졌어요.', '“link” is missing.'), { exact: false }).waitFor();
  await look('console-wordings-missing');
  const insert = (variable: string) =>
    text.getByRole('button', { name: new RegExp(`${says(`${variable} 넣기`, `Insert ${variable}`)}$`) });
  await insert('sender_name').click();
  await field.press('End');
  await field.pressSequentially(': ');
  await insert('link').click();
  await text.getByText('A gift from Haneul Kim: https://gift.example/g/example').waitFor();
  await look('console-wordings-own');

  const tests = page.getByRole('region', { name: says('테스트 발송', 'Send a test') });
  await tests.getByLabel(says('휴대전화 번호', 'Mobile number')).fill('1234');
  await tests.getByRole('button', { name: says('테스트 문자 보내기', 'Send test text') }).click();
  await tests.locator('[aria-invalid=true]').waitFor();
  await tests.getByLabel(says('휴대전화 번호', 'Mobile number')).fill('010-2222-3333');
  await tests.getByRole('button', { name: says('테스트 문자 보내기', 'Send test text') }).click();
  await page.getByText(says('테스트 메시지를 보냈어요.', 'Test message queued.')).waitFor();

  const publish = page.getByRole('button', { name: says('게시하기', 'Publish'), exact: true });
  const published = page.getByText(says('게시했어요.', 'Published.'), { exact: false });
  await publish.click();
  await published.waitFor();
  await page.reload();
  await text.getByText('A gift from Haneul Kim: https://gift.example/g/example').waitFor();
  await text.getByRole('button', { name: says('기본 문구로 되돌리기', 'Use the standard text') }).click();
  await publish.click();
  await published.waitFor();
  await text.getByText('Reply 1 to accept', { exact: false }).first().waitFor();
  await page.reload();
}
