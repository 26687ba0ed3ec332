import { answered } from '../kit/problem.ts';
import { useStaff } from '../kit/staff/session.tsx';
import { WordingsPage } from '../kit/staff/wordings/wordings-page.tsx';
import { api } from './api.ts';
import { useOfficeWords } from './words.ts';

/** How the shop's texts to holders of its certificates are worded. */
export function OfficeWordings() {
  const { t } = useOfficeWords();
  const { may } = useStaff();
  return (
    <WordingsPage
      intro={t('texts.intro')}
      readOnly={may('owner') ? undefined : t('texts.only_owners')}
      read={(locale) => answered(api.GET('/v1/office/wordings', { params: { query: { locale } } }))}
      nameOf={(kind) => t(`texts.${kind}`)}
      actsOf={({ kind }, locale) => ({
        publish: (texts, headers) =>
          answered(api.POST('/v1/office/wordings', { headers, body: { kind, locale, texts } })),
        sendTest: ({ address: phone, texts: { sms: text = '' } }, headers) =>
          answered(api.POST('/v1/office/wordings/tests', { headers, body: { kind, locale, phone, text } })),
      })}
    />
  );
}
