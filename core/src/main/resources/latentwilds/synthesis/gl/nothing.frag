// ES wants a fragment shader in every program, also in one that draws nothing.
void main() {}
