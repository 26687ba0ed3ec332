import type { Visitor } from './browser.ts';

/** Words a text to holders otherwise, tries it out, publishes it and goes back to the standard one. */
export async function wordTexts({ page, says, look }: Visitor): Promise<void> {
  await page.goto('/office/wordings?locale=en&kind=recipient.locked_by_staff');
  const text = page.getByRole('region', { name: says('문자', 'Text message'), exact: true });
  const field = text.getByRole('textbox');
  await field.waitFor();
  await look('office-wordings');
  await field.fill('Locked: {{what}}');
  await text
    .getByText(says('“what”은(는) 이 메시지에 없는', '“what” is not a variable'), { exact: false })
    .waitFor();
  await look('office-wordings-wrong');
  await field.fill('Locked for now. Left: {{left, money}}');
  await text.getByText('Locked for now. Left: ₩50,000').waitFor();

  const tests = page.getByRole('region', { name: says('테스트 발송', 'Send a test') });
  await tests.getByLabel(says('휴대전화 번호', 'Mobile number')).fill('010-2222-3333');
  await tests.getByRole('button', { name: says('테스트 문자 보내기', 'Send test text') }).click();
  await page.getByText(says('테스트 메시지를 보냈어요.', 'Test message queued.')).waitFor();

  const publish = page.getByRole('button', { name: says('게시하기', 'Publish'), exact: true });
  const published = page.getByText(says('게시했어요.', 'Published.'), { exact: false });
  await publish.click();
  await published.waitFor();
  await page.reload();
  await text.getByText('Locked for now. Left: ₩50,000').waitFor();
  await look('office-wordings-own');
  await text.getByRole('button', { name: says('기본 문구로 되돌리기', 'Use the standard text') }).click();
  await publish.click();
  await published.waitFor();
}
