/** The round mark of the signed-in member that opens the user menu. */
import { UnstyledButton, type UnstyledButtonProps } from '@mantine/core';
import type { ButtonHTMLAttributes, Ref } from 'react';
import { initialsOf } from '../lib/initials.js';
import { useLocale } from '../lib/locale.js';

export interface AvatarProps
  extends UnstyledButtonProps, Omit<ButtonHTMLAttributes<HTMLButtonElement>, keyof UnstyledButtonProps> {
  name: string;
  ref?: Ref<HTMLButtonElement>;
}

export function Avatar({ name, ...button }: AvatarProps) {
  const { t } = useLocale();
  return (
    <UnstyledButton aria-haspopup="menu" {...button} className="avatar">
      <span aria-hidden="true">{initialsOf(name)}</span>
      <span className="visually-hidden">{t('dashboard.user_menu', { name })}</span>
    </UnstyledButton>
  );
}
