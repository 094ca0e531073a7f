using System.Text;
using Entente.Web.Assistants;

namespace Entente.Web.Tests.Assistants;

public sealed class BoundedLinesTests
{
    [Theory]
    [InlineData("one\ntwo\n", "one\ntwo\n")]
    [InlineData("12345678\n", "12345678\n")]
    [InlineData("123456789\n", "12345678\n")]
    [InlineData("1234567890123456789\nnext\n", "12345678\nnext\n")]
    [InlineData("\n\n1234567890\n\nx", "\n\n12345678\n\nx")]
    [InlineData("no end of line at all", "no end o")]
    [InlineData("", "")]
    public async Task A_line_over_the_limit_is_cut_and_the_next_is_whole(string given, string passed)
    {
        foreach (var size in new[] { 1, 3, 8, 100 })
        {
            using var lines = new BoundedLines(new Drip(Encoding.UTF8.GetBytes(given), size), longest: 8);
            using var reader = new StreamReader(lines);
            (await reader.ReadToEndAsync()).ShouldBe(passed, $"in pieces of {size}");
        }
    }

    [Fact]
    public async Task A_read_that_waits_can_be_cancelled()
    {
        using var never = new Never();
        using var lines = new BoundedLines(never);
        using var cancel = new CancellationTokenSource();
        var read = lines.ReadAsync(new byte[10], cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => read);
    }

    [Fact]
    public async Task The_end_is_passed_on_when_what_it_waits_for_is_done()
    {
        var done = new TaskCompletionSource();
        using var lines = new BoundedLines(new MemoryStream(), _ => done.Task);
        var read = lines.ReadAsync(new byte[10]).AsTask();
        read.IsCompleted.ShouldBeFalse();
        done.SetResult();
        (await read).ShouldBe(0);
    }

    private sealed class Drip(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(size, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(size, count));
    }

    private sealed class Never : MemoryStream
    {
        private readonly ManualResetEventSlim end = new();

        public override int Read(Span<byte> buffer)
        {
            end.Wait();
            return 0;
        }

        protected override void Dispose(bool disposing)
        {
            end.Set();
            base.Dispose(disposing);
        }
    }
}
