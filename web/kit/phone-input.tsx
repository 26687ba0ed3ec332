import { TextInput, type TextInputProps } from '@mantine/core';
import { hyphenated } from '../../kit/format/phone-typed.ts';

/** A field for a phone number, which gets its hyphens while it is typed; whoever corrects one inside is left alone. */
export function PhoneInput({ onChange, ...field }: TextInputProps) {
  return (
    <TextInput
      type="tel"
      {...field}
      onChange={(event) => {
        const input = event.currentTarget;
        if (input.selectionStart === input.value.length) input.value = hyphenated(input.value);
        onChange?.(event);
      }}
    />
  );
}
