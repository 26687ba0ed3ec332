import { useState } from 'react';
import { Question } from '../parts/question.tsx';
import { useWords } from '../words.ts';
import { Certificate, type Opened, Shut } from './certificate.tsx';
import { IssueCertificate } from './issue.tsx';

/** Asks which of the opened certificates to issue; skipped when there is only one. */
export function ChooseCertificate({ opened, onDone }: { opened: Opened; onDone(): void }) {
  const { t } = useWords();
  const { certificates, verification_token } = opened;
  const [chosen, setChosen] = useState(certificates.length === 1 ? certificates[0] : undefined);
  if (chosen !== undefined)
    return (
      <IssueCertificate
        certificate={chosen}
        verificationToken={verification_token}
        onDone={onDone}
        {...(certificates.length > 1 ? { onBack: () => setChosen(undefined) } : {})}
      />
    );
  return (
    <Question title={t('terminal.found')} hint={<Shut opened={opened} />}>
      <div className="choices">
        {certificates.map((certificate) => (
          <button
            key={certificate.certificate_id}
            type="button"
            className="choice"
            onClick={() => setChosen(certificate)}
          >
            <Certificate certificate={certificate} />
          </button>
        ))}
      </div>
    </Question>
  );
}
