import { foundPatients, mostPatients, namedIds } from './found-patients.js';

const a = '00000000-0000-4000-8000-00000000000a';
const b = '00000000-0000-4000-8000-00000000000b';

describe('the patients of an answer', () => {
  it.each<[string, string, unknown, string[]]>([
    ['its own', '/api/handoffs/:id', { id: b, patientId: a }, [a]],
    ['those of its items', '/api/handoffs', { items: [{ patientId: a }, { patient: { id: b } }], next: null }, [a, b]],
    ['each once', '/api/handoffs', { items: [{ patientId: a }, { patientId: a.toUpperCase() }] }, [a]],
    ['the ids of patients themselves', '/api/patients', { items: [{ id: a }, { id: b }] }, [a, b]],
    ['a patient that was made', '/api/patients', { id: a }, [a]],
    ['none where an id is something else', '/api/partners', { id: a, name: 'x' }, []],
    ['none in what is no answer', '/api/x', null, []],
    ['none in words', '/api/x', { patientId: 'Sam Sample' }, []],
  ])('are %s', (_, route, answer, expected) => {
    expect(foundPatients(route, answer)).toEqual(expected);
  });

  it('are bounded, and so is the depth', () => {
    const many = Array.from({ length: mostPatients + 50 }, (_, at) => ({
      patientId: `00000000-0000-4000-8000-${at.toString(16).padStart(12, '0')}`,
    }));
    expect(foundPatients('/api/x', many)).toHaveLength(mostPatients);
    expect(foundPatients('/api/x', { a: { b: { c: { d: { patientId: a } } } } })).toEqual([]);
  });
});

it('keeps ids and the words of our routes, and nothing that somebody typed', () => {
  expect(namedIds({ id: a, event: 'accept', version: '3' }, { patient: b, query: 'Sample', limit: '5' })).toEqual({
    patient: b,
    id: a,
    event: 'accept',
    version: '3',
  });
  expect(namedIds({ id: 'Sam Sample' }, {})).toEqual({ id: '(no id)' });
});
