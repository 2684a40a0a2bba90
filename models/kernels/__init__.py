"""What a Llama is computed with: functions of arrays in machine code, for processors with AVX2."""
