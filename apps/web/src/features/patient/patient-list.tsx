import { Table, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Page, Patient } from '#contracts';
import { get, queryOf } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { ageOn, day } from '../../ui/moments.js';
import { useNow } from '../../ui/clock.js';
import { Asked, Empty } from '../../ui/states.js';

/** Everybody with a record here, found by name or record number. */
export function PatientList(): ReactNode {
  const [query, setQuery] = useState('');
  const now = useNow();
  const patients = useQuery({
    queryKey: keys.patients(query),
    queryFn: ({ signal }) => get<Page<Patient>>(`/api/patients${queryOf({ query, limit: 100 })}`, signal),
    placeholderData: (before) => before,
  });
  return (
    <>
      <h1>Patients</h1>
      <TextInput
        label="Find"
        description="Name or record number"
        value={query}
        onChange={({ currentTarget }) => setQuery(currentTarget.value)}
        maw={360}
        mb="md"
      />
      <Asked query={patients}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={query ? `Nobody is found for “${query}”.` : 'No patients yet.'} />
          ) : (
            <Table className="card" highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Name</Table.Th>
                  <Table.Th>Born</Table.Th>
                  <Table.Th>Record</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map(({ id, name, birthDate, recordNumber }) => (
                  <Table.Tr key={id}>
                    <Table.Td>
                      <a href={`/patients/${id}`}>
                        {name.family}, {name.given}
                      </a>
                    </Table.Td>
                    <Table.Td className="numbers">
                      {day(birthDate)} ({ageOn(birthDate, now)} y)
                    </Table.Td>
                    <Table.Td>{recordNumber}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </Asked>
    </>
  );
}
