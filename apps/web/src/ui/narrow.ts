import { useMediaQuery } from '@mantine/hooks';

/** Where a row of a table becomes a card; the style sheets say the same. */
export const useIsNarrow = (): boolean => useMediaQuery('(max-width: 70em)', false, { getInitialValueInEffect: false });
