import { Button, FileButton, Group, Image, Stack, Text } from '@mantine/core';
import { useIdempotentMutation } from '../../idempotent-mutation.ts';
import { ProblemNotice } from '../../notice.tsx';
import type { StaffApi, StaffRole } from '../staff-api.ts';
import { useStaffWords } from '../words.ts';

/** Uploads a picture at once; it is shown to customers when what it belongs to is published. */
export function PictureField<Role extends StaffRole>({
  staffApi,
  label,
  shown,
  height,
  pictureId,
  mayChange,
  onChange,
}: {
  staffApi: StaffApi<Role>;
  label: string;
  /** What the picture is, for who can't see it. */
  shown: string;
  /** In pixels. */
  height: number;
  pictureId: string | null;
  mayChange: boolean;
  onChange: (pictureId: string | null) => void;
}) {
  const { t } = useStaffWords();
  const uploading = useIdempotentMutation(staffApi.uploadPicture);
  const choose = async (file: File | null) => {
    if (file === null) return;
    uploading.mutate(await base64Of(file), { onSuccess: ({ picture_id }) => onChange(picture_id) });
  };
  return (
    <Stack gap="xs">
      <Text fw={500} size="sm">
        {label}
      </Text>
      {pictureId !== null && (
        <Image src={`/pictures/${pictureId}`} alt={shown} h={height} w="auto" fit="contain" />
      )}
      {uploading.isError && <ProblemNotice thrown={uploading.error} />}
      {mayChange && (
        <Group>
          <FileButton accept="image/png,image/jpeg,image/webp" onChange={choose}>
            {(props) => (
              <Button {...props} variant="default" loading={uploading.isPending}>
                {t('business_page.logo_choose')}
              </Button>
            )}
          </FileButton>
          {pictureId !== null && (
            <Button variant="subtle" color="gray" onClick={() => onChange(null)}>
              {t('business_page.logo_remove')}
            </Button>
          )}
          <Text size="xs" c="dimmed">
            {t('business_page.logo_hint')}
          </Text>
        </Group>
      )}
    </Stack>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // In parts, because the number of arguments is limited.
  const parts = Array.from({ length: Math.ceil(bytes.length / PART) }, (_, at) =>
    String.fromCharCode(...bytes.subarray(at * PART, (at + 1) * PART)),
  );
  return btoa(parts.join(''));
}

const PART = 8_192;
