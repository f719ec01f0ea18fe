import { Kbd, Modal, Table } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { placesOf } from './navigation.js';
import type { Role } from './session.js';

/** Letters are for travelling only while nobody is typing, and can be switched off (dictation types letters by accident). */
const switchKey = 'throughline.letter-keys';
export const lettersAreOn = (): boolean => localStorage.getItem(switchKey) !== 'off';
export const switchLetters = (isOn: boolean): void => localStorage.setItem(switchKey, isOn ? 'on' : 'off');

export const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** `g` and a letter travels; `?` tells the keys. */
export function useTravelKeys(role: Role, help: () => void): void {
  const navigate = useNavigate();
  const isTravelling = useRef(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!lettersAreOn() || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '?') return help();
      if (isTravelling.current) {
        isTravelling.current = false;
        const place = placesOf(role).find(({ key }) => key === event.key);
        if (place) void navigate({ to: place.to });
        return;
      }
      isTravelling.current = event.key === 'g';
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [role, help, navigate]);
}

const listKeys: readonly (readonly [string, string])[] = [
  ['j k', 'next, previous'],
  ['x', 'select'],
  ['Enter', 'open'],
  ['Esc', 'back'],
  ['/', 'search'],
  ['a', 'assign'],
  ['h', 'later'],
  ['b', 'blocked'],
  ['m', 'message'],
  ['u', 'undo'],
  ['y', 'acknowledge'],
  ['1 2 3 4', 'accept, ask, decline, book'],
  ['?', 'this help'],
];

export function KeysHelp({ role, opened, close }: { role: Role; opened: boolean; close: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={close} title={t('app.help')}>
      <Table>
        <Table.Tbody>
          {placesOf(role).map(({ key, text }) => (
            <Table.Tr key={key}>
              <Table.Td>
                <Kbd>g</Kbd> <Kbd>{key}</Kbd>
              </Table.Td>
              <Table.Td>{t(`nav.${text}`)}</Table.Td>
            </Table.Tr>
          ))}
          {listKeys.map(([key, what]) => (
            <Table.Tr key={key}>
              <Table.Td>
                <Kbd>{key}</Kbd>
              </Table.Td>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <label>
        <input
          type="checkbox"
          defaultChecked={lettersAreOn()}
          onChange={({ currentTarget }) => switchLetters(currentTarget.checked)}
        />{' '}
        Letters work as keys
      </label>
    </Modal>
  );
}
