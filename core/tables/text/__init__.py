"""From the bytes of a file to blocks of whole lines, whatever they are packed in."""
