import { Button, Stack, Text } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Dialog } from '../../kit/dialog.tsx';
import { ProblemNotice } from '../../kit/notice.tsx';
import { canUsePasskeys, isDismissed } from '../../kit/passkeys.ts';
import { answered, Problem } from '../../kit/problem.ts';
import { onProofNeeded } from '../../kit/proof.ts';
import { api } from '../api.ts';
import { proveWithPasskey } from '../passkeys.ts';
import { SecretField } from '../secret-field.tsx';
import { useWords } from '../words.ts';

/** Asks for the password or a passkey again whenever a change of the account needs it; then the change goes on. */
export function ProofDialog() {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const waiting = useRef<((isProved: boolean) => void)[]>([]);
  useEffect(() => {
    onProofNeeded(() => {
      setOpen(true);
      return new Promise((resolve) => waiting.current.push(resolve));
    });
    return () => onProofNeeded(undefined);
  }, []);
  const settle = (isProved: boolean) => {
    setOpen(false);
    setPassword('');
    for (const resolve of waiting.current.splice(0)) resolve(isProved);
  };
  const byPassword = useMutation({
    mutationFn: () => answered(api.POST('/v1/members/me/proofs', { body: { password } })),
    onSuccess: () => settle(true),
  });
  const byPasskey = useMutation({ mutationFn: proveWithPasskey, onSuccess: () => settle(true) });
  const { error } = byPassword;
  const wrong = error instanceof Problem && error.code === 'credentials_wrong' ? error : null;
  const prove = (event: FormEvent) => {
    event.preventDefault();
    byPassword.mutate();
  };
  const others = [wrong === null ? error : null, byPasskey.error].filter(
    (each) => each !== null && !isDismissed(each),
  );
  return (
    <Dialog opened={isOpen} onClose={() => settle(false)} title={t('me.proof_title')}>
      <form noValidate aria-label={t('me.proof_title')} onSubmit={prove}>
        <Stack>
          <Text>{t('me.proof_what')}</Text>
          {others.map((each) => (
            <ProblemNotice key={String(each)} thrown={each} />
          ))}
          <SecretField
            label={t('common.password')}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={wrong?.detail}
            data-autofocus
          />
          <Button type="submit" size="md" loading={byPassword.isPending} disabled={password === ''}>
            {t('me.proof_go')}
          </Button>
          {canUsePasskeys() && (
            <Button
              variant="default"
              leftSection={<IconFingerprint size={18} aria-hidden />}
              loading={byPasskey.isPending}
              onClick={() => byPasskey.mutate()}
            >
              {t('me.proof_passkey')}
            </Button>
          )}
        </Stack>
      </form>
    </Dialog>
  );
}
