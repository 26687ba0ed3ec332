import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answered } from '../kit/problem.ts';
import { useFilters } from '../kit/staff/list.ts';
import { useStaff } from '../kit/staff/session.tsx';
import { WordingsPage } from '../kit/staff/wordings/wordings-page.tsx';
import { api } from './api.ts';
import { readShops, SHOPS } from './shops/queries.ts';
import { useCodes, useConsoleWords } from './words.ts';

/** How the news of a gift is worded, for all shops or for one. */
export function ConsoleWordings() {
  const { t, pick } = useConsoleWords();
  const codes = useCodes();
  const { may } = useStaff();
  const { values, set } = useFilters(['shop']);
  const ofShop = values.shop === undefined ? {} : { shop_id: values.shop };
  const shops = useQuery({ queryKey: SHOPS, queryFn: readShops });
  return (
    <WordingsPage
      intro={t('wordings.intro')}
      readOnly={may('operator') ? undefined : t('wordings.only_operators')}
      scope={values.shop ?? ''}
      chooseScope={
        <Select
          label={t('wordings.shop')}
          data={[
            { value: '', label: t('wordings.all_shops') },
            ...(shops.data?.shops ?? []).map(({ shop_id, name_ko, name_en }) => ({
              value: shop_id,
              label: pick(name_ko, name_en),
            })),
          ]}
          value={values.shop ?? ''}
          allowDeselect={false}
          onChange={(value) => set({ shop: value ?? undefined })}
        />
      }
      read={(locale) => answered(api.GET('/v1/staff/wordings', { params: { query: { locale, ...ofShop } } }))}
      nameOf={(kind) => codes('message', kind) ?? kind}
      actsOf={({ kind }, locale) => ({
        publish: (texts, headers) =>
          answered(api.POST('/v1/staff/wordings', { headers, body: { kind, locale, ...ofShop, texts } })),
        sendTest: (test, headers) =>
          answered(api.POST('/v1/staff/wordings/tests', { headers, body: { kind, locale, ...test } })),
      })}
    />
  );
}
