import { useQueryClient } from '@tanstack/react-query';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useNavigate } from 'react-router';
import { sessionEndpoints } from '../../contract/sign-in.ts';
import { useAction } from '../api/use-action.ts';
import type { Person } from '../api/use-person.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import { leaveEverywhere } from './end-with-session.ts';
import { applyTheme, readTheme } from './theme.ts';

const nextTheme = { system: 'light', light: 'dark', dark: 'system' } as const;

/** For narrow screens, where the whole name has no room: the first letters of the first and the last word. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  return ends.map((word) => Array.from(word ?? '')[0] ?? '').join('');
}

/** The person's own menu: account, language, colours, sign out. */
export function AccountMenu({ person }: { readonly person: Person }) {
  const { shell } = useStrings();
  const { language, setLanguage } = useLanguage();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const theme = readTheme();
  return (
    <MenuTrigger>
      <AriaButton className="button quiet account-button">
        <span className="account-name">{person.displayName}</span>
        <span className="account-initials" aria-hidden="true">
          {initialsOf(person.displayName)}
        </span>
        <span aria-hidden="true">▾</span>
      </AriaButton>
      <Popover placement="bottom end">
        <Menu>
          <MenuItem onAction={() => void navigate('/account')}>{shell.account}</MenuItem>
          <MenuItem
            onAction={() => {
              setLanguage(language === 'en' ? 'cy' : 'en');
            }}
          >
            {language === 'en' ? 'Cymraeg' : 'English'}
          </MenuItem>
          <MenuItem
            onAction={() => {
              applyTheme(nextTheme[theme]);
            }}
          >
            {`${shell.theme}: ${shell.themes[nextTheme[theme]]}`}
          </MenuItem>
          <MenuItem onAction={signOut}>{shell.signOut}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function useSignOut(): () => void {
  const client = useQueryClient();
  const signOut = useAction(sessionEndpoints.signOut, {
    onDone: () => {
      // Nothing that this person read may be left for the next one at this machine.
      client.clear();
      leaveEverywhere();
    },
  });
  return () => {
    signOut.mutate({});
  };
}
