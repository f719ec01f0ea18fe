import 'node:fs'; // clinical-is-pure
