import 'luxon'; // contracts-import-zod-only
