import type { Demo } from './api.ts';
import { Copyable, Copyables } from './copyable.tsx';
import { useWords } from './words.ts';

/** The one-time code of each terminal waiting to be enrolled. */
export function EnrolmentCodes({ of }: { of: Demo['terminals'] }) {
  const { locale } = useWords();
  return (
    <Copyables>
      {of.map(({ enrolment_code, store_ko, store_en }) => (
        <Copyable
          key={enrolment_code}
          label={locale === 'ko' ? store_ko : store_en}
          value={enrolment_code}
          shown={enrolment_code.replace(/^(\d{3})(\d{3})/, '$1 $2 ')}
        />
      ))}
    </Copyables>
  );
}
