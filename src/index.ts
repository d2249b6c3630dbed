// What users import. Rooms export their own public classes; pure rules stay internal.
