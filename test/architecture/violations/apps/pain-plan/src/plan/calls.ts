import 'node:http'; // no-http-client-in-services
