import { Button, type ButtonProps } from '@mantine/core';
import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';

type Anchor = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> &
  ButtonProps & { ref?: Ref<HTMLAnchorElement> };

const Anchored = (props: Anchor): ReactNode => <Button component="a" {...props} />;

/** A link that looks like a button and keeps the router's typed addresses. */
export const LinkButton: LinkComponent<typeof Anchored> = createLink(Anchored);
