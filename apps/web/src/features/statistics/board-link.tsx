import type { ReactNode } from 'react';
import { queryOf } from '../../api/client.js';
import { AppLink } from '../../ui/app-link.js';

/** To the rows that were counted: the filter stands in the address of the board as it does in that of the list. */
export function BoardLink({
  filter,
  label,
  className,
  children,
}: {
  filter: Readonly<Record<string, string>>;
  label?: string;
  className?: string | undefined;
  children: ReactNode;
}): ReactNode {
  return (
    <AppLink href={`/board${queryOf(filter)}`} {...(label ? { 'aria-label': label } : {})} className={className}>
      {children}
    </AppLink>
  );
}
