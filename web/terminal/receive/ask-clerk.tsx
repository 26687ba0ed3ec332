import { useEffect, useState } from 'react';
import { useTerminal } from '../device/terminal.tsx';
import { ClerkSignIn } from '../staff/sign-in.tsx';
import { useWords } from '../words.ts';
import type { Opened } from './certificate.tsx';
import { ClerkOpening } from './clerk-opening.tsx';

type Props = { phone: string; onBack(): void; onOpened(opened: Opened): void };

/** A clerk comes to a customer's screen and signs in for this one opening. */
export function AskClerk(props: Props) {
  const { t } = useWords();
  const [isHere, setIsHere] = useState(false);
  if (isHere) return <WhileHere {...props} />;
  return (
    <ClerkSignIn
      title={t('till.sign_in')}
      hint={t('till.sign_in_for_opening')}
      onBack={props.onBack}
      onSignedIn={() => setIsHere(true)}
    />
  );
}

/** However this screen is left, the clerk is signed out: the customer stays. */
function WhileHere(props: Props) {
  const { signOut } = useTerminal();
  useEffect(() => signOut, [signOut]);
  return <ClerkOpening {...props} />;
}
