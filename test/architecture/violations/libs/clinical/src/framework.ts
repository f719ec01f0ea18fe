import '@nestjs/common'; // clinical-is-pure
